/** Tests of the whole domain, and the language that they speak. */
@NullMarked
package io.daybook.domain;

import org.jspecify.annotations.NullMarked;
