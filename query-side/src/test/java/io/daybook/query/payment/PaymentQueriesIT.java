package io.daybook.query.payment;

import static io.daybook.query.QuerySide.each;
import static io.daybook.query.QuerySide.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.ListPayments;
import io.daybook.domain.payment.PaymentStatus;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Moment;
import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.QuerySide;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentQueriesIT {

    private final QuerySide daybook = QuerySide.running();
    private final TenantId tenant = QuerySide.newTenant();
    private final OrderId order = OrderId.of(UUID.randomUUID());
    private final PaymentId captured = PaymentId.of(UUID.randomUUID());
    private final PaymentId declined = PaymentId.of(UUID.randomUUID());
    private final PaymentId ofAnotherOrder = PaymentId.of(UUID.randomUUID());
    private final PaymentId ofAnotherTenant = PaymentId.of(UUID.randomUUID());

    @BeforeAll
    void threePaymentsOfTwoOrders() {
        authorise(tenant, captured, order, "tok_approve");
        authorise(tenant, declined, order, "tok_decline");
        authorise(tenant, ofAnotherOrder, OrderId.of(UUID.randomUUID()), "tok_approve");
        authorise(QuerySide.newTenant(), ofAnotherTenant, order, "tok_approve");
        await().until(() -> status(captured).equals("AUTHORISED"));
        daybook.accepted(tenant, new CapturePayment(captured, null, "op-1"));
        await().until(() -> status(captured).equals("CAPTURED"));
        await().until(() -> status(declined).equals("DECLINED"));
        await().until(() -> status(ofAnotherOrder).equals("AUTHORISED"));
        daybook.catchUp();
    }

    @Test
    void findsAPaymentOfATenant() {
        assertThat(status(captured)).isEqualTo("CAPTURED");
        assertThat(daybook.find(new FindPayment(tenant, ofAnotherTenant))).isNull();
        assertThat(daybook.find(new FindPayment(QuerySide.newTenant(), captured))).isNull();
    }

    @Test
    void listsNewestFirst() {
        assertThat(ids(list(null, null))).containsExactly(ofAnotherOrder, declined, captured);
        assertThat(ids(list(order, null))).containsExactly(declined, captured);
        assertThat(ids(list(null, PaymentStatus.AUTHORISED))).containsExactly(ofAnotherOrder);
        assertThat(ids(list(order, PaymentStatus.AUTHORISED))).isEmpty();
    }

    @Test
    void pagesNeverShiftWhenPaymentsAreAdded() {
        var busy = QuerySide.newTenant();
        var old = PaymentId.of(UUID.randomUUID());
        var recent = PaymentId.of(UUID.randomUUID());
        authorise(busy, old, order, "tok_approve");
        authorise(busy, recent, order, "tok_approve");
        daybook.catchUp();

        var first = page(busy, null);
        authorise(busy, PaymentId.of(UUID.randomUUID()), order, "tok_approve");
        daybook.catchUp();
        var second = page(busy, first.next());

        assertThat(ids(first)).containsExactly(recent);
        assertThat(ids(second)).containsExactly(old);
        assertThat(second.next()).isNull();
    }

    @Test
    void theNewestVersionIsTheVeryDocumentOfTheReadModel() {
        var newest = requireNonNull(daybook.find(new FindPayment(tenant, captured)));

        assertThat(newest.version()).isEqualTo(4);
        assertThat(at(tenant, new Moment.AtVersion(4))).isEqualTo(newest.json());
        assertThat(at(tenant, new Moment.AsOf(Instant.now().plusSeconds(60))))
                .isEqualTo(newest.json());
        assertThat(at(tenant, new Moment.AtVersion(5))).isNull();
    }

    @Test
    void showsAPaymentAsItWas() {
        var requested = json(requireNonNull(at(tenant, new Moment.AtVersion(1))));
        assertThat(requested.path("status").asString()).isEqualTo("CREATED");
        var then = Instant.parse(requested.path("createdAt").asString());
        assertThat(at(tenant, new Moment.AsOf(then))).isEqualTo(requested.toString());
        assertThat(at(tenant, new Moment.AsOf(then.minusNanos(1)))).isNull();
        assertThat(at(QuerySide.newTenant(), new Moment.AtVersion(1))).isNull();
    }

    private @Nullable String at(TenantId of, Moment moment) {
        var document = daybook.find(new FindPaymentAt(of, captured, moment));
        return document == null ? null : document.json();
    }

    private String status(PaymentId id) {
        var document = daybook.find(new FindPayment(tenant, id));
        return document == null ? "" : json(document.json()).path("status").asString();
    }

    private Page list(@Nullable OrderId of, @Nullable PaymentStatus status) {
        return daybook.list(new ListPayments(tenant, of, status, new PageRequest(50, null)));
    }

    private Page page(TenantId of, @Nullable Cursor after) {
        return daybook.list(new ListPayments(of, null, null, new PageRequest(1, after)));
    }

    private static List<PaymentId> ids(Page page) {
        return each(page, "paymentId").stream().map(PaymentId::new).toList();
    }

    private void authorise(TenantId of, PaymentId id, OrderId orderId, String token) {
        daybook.accepted(
                of, new AuthorisePayment(id, orderId, OrderFixtures.eur("10.00"), "card", token));
    }
}
