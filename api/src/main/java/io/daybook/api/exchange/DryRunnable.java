package io.daybook.api.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller whose POST calls do nothing but send one command ({@link Commands#send}), so that
 * each of them knows {@code ?dryRun=true}. Elsewhere the parameter is refused like any unknown one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DryRunnable {}
