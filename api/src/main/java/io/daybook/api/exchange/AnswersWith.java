package io.daybook.api.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a call that succeeds answers with, for the description of the API. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersWith {

    /** The body, or one item of it when it is a list. */
    Class<?> value();

    int status() default 200;

    /** Whether the body is a page of items. */
    boolean list() default false;
}
