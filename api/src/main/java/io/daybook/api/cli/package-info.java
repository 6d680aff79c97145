/** The command line: starts an instance, or talks to a running one over HTTP. */
@NullMarked
package io.daybook.api.cli;

import org.jspecify.annotations.NullMarked;
