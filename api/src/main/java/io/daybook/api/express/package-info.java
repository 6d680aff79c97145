/** The short way from the socket to a call and back, for callers that are known already. */
@NullMarked
package io.daybook.api.express;

import org.jspecify.annotations.NullMarked;
