package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Scenario scenario = Scenario.of(Options.parse(List.of())).getLast();

    @Test
    void whatWasSkippedDidNotPass() {
        assertThat(Report.skippedLine(scenario, 7, "no mount"))
                .containsEntry("skipped", "no mount")
                .doesNotContainKey("pass");
    }

    @Test
    void whatWasFoundFailsTheTest() {
        assertThat(line(Map.of("a", List.of()))).containsEntry("pass", true);
        assertThat(line(Map.of("a", List.of(), "b", List.of("x"))))
                .containsEntry("pass", false)
                .containsEntry("findings", List.of("b: x"));
    }

    private Map<String, Object> line(Map<String, List<String>> checks) {
        return Report.line(
                new Report.Outcome(
                        scenario,
                        7,
                        new Tally(1),
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        Map.of(),
                        checks));
    }
}
