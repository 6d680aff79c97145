/** Who calls, for which tenant, and what the token allows. */
@NullMarked
package io.daybook.api.security;

import org.jspecify.annotations.NullMarked;
