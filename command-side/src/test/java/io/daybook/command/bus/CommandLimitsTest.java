package io.daybook.command.bus;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLimitsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void aGroupBeyondWhatIsRememberedIsRefused(int group) {
        assertThatThrownBy(() -> new CommandLimits(2, 512, group))
                .hasMessage("daybook.commands.group must be from 1 to 64, not " + group);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 64})
    void othersAreTaken(int group) {
        assertThatCode(() -> new CommandLimits(2, 512, group)).doesNotThrowAnyException();
    }
}
