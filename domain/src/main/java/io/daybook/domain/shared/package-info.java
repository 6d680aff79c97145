/** Value types that two or more features use: identifiers, money, decisions. */
@NullMarked
package io.daybook.domain.shared;

import org.jspecify.annotations.NullMarked;
