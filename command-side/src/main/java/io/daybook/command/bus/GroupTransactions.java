package io.daybook.command.bus;

import io.daybook.command.group.GroupMember;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** A command in a group needs no transaction of its own: it writes with the group. */
final class GroupTransactions implements TransactionManager {

    private final TransactionManager alone;

    GroupTransactions(TransactionManager alone) {
        this.alone = alone;
    }

    @Override
    public Transaction startTransaction() {
        return GroupMember.current().isPresent()
                ? NoTransactionManager.instance().startTransaction()
                : alone.startTransaction();
    }
}
