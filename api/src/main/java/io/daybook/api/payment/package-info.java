/** HTTP for payments. */
@NullMarked
package io.daybook.api.payment;

import org.jspecify.annotations.NullMarked;
