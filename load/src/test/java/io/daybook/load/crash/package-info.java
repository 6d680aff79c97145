@NullMarked
package io.daybook.load.crash;

import org.jspecify.annotations.NullMarked;
