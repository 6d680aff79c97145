package io.daybook.api;

import io.daybook.api.problem.Problems;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The assembled program. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            // Named, because the command side that brings them is not on the compile path here.
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration"
        })
public class DaybookApplication {

    @Bean
    Problems problems() {
        return new Problems();
    }
}
