/** Orders: what a customer asked for, how far it got, and what it owes. */
@NullMarked
package io.daybook.domain.order;

import org.jspecify.annotations.NullMarked;
