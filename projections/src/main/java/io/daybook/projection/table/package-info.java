/** Tables of documents: read many, fold, write many, each with one statement. */
@NullMarked
package io.daybook.projection.table;

import org.jspecify.annotations.NullMarked;
