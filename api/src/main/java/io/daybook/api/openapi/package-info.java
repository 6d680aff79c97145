/** The description of the API, generated from the code. */
@NullMarked
package io.daybook.api.openapi;

import org.jspecify.annotations.NullMarked;
