/** How the read models are read: selections, documents and pages. */
@NullMarked
package io.daybook.query.read;

import org.jspecify.annotations.NullMarked;
