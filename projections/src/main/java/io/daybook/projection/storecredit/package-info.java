/** The read model of store credit. */
@NullMarked
package io.daybook.projection.storecredit;

import org.jspecify.annotations.NullMarked;
