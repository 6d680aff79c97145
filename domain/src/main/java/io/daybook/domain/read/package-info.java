/** What queries answer with: documents, pages and the cursors between pages. */
@NullMarked
package io.daybook.domain.read;

import org.jspecify.annotations.NullMarked;
