package io.daybook.command.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells this node's listeners that events were committed. Listeners must return at once. */
final class AppendSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Fires after the commit. Hooks into Spring's transaction and not into the unit of work,
     * because a unit of work that joins an outer transaction ends before its events are visible.
     */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            fire();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        fire();
                    }
                });
    }

    private void fire() {
        listeners.forEach(Runnable::run);
    }
}
