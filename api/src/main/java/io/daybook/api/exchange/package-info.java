/**
 * What every call has in common: strict bodies, commands out, documents in, tokens and preferences.
 */
@NullMarked
package io.daybook.api.exchange;

import org.jspecify.annotations.NullMarked;
