/** Store credit over HTTP. */
@NullMarked
package io.daybook.api.storecredit;

import org.jspecify.annotations.NullMarked;
