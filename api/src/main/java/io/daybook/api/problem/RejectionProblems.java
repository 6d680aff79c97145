package io.daybook.api.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.inventory.TransferRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Rejection;
import io.daybook.domain.message.RequestRejection;
import io.daybook.domain.order.ChangeRejection;
import io.daybook.domain.order.FulfilmentRejection;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.returns.ReturnRejection;
import io.daybook.domain.storecredit.StoreCreditRejection;
import org.springframework.http.HttpStatus;

/**
 * Which status a refusal gets. Exhaustive: a new refusal without an answer here does not compile.
 */
public final class RejectionProblems {

    private RejectionProblems() {}

    public static ProblemException problem(CommandResult.Refused refused) {
        HttpStatus status = status(refused.rejection());
        int retryAfter = refused.rejection() instanceof RequestRejection.KeyInFlight ? 1 : 0;
        return ProblemException.refused(status, refused, retryAfter);
    }

    private static HttpStatus status(Rejection rejection) {
        return switch (rejection) {
            case OrderRejection r -> status(r);
            case StockRejection r -> status(r);
            case PaymentRejection r -> status(r);
            case ReturnRejection r -> status(r);
            case StoreCreditRejection r -> status(r);
            case CallbackRejection r -> status(r);
            case RequestRejection r -> status(r);
            default ->
                    throw new IllegalArgumentException(
                            "unknown kind of refusal: " + rejection.getClass());
        };
    }

    private static HttpStatus status(OrderRejection rejection) {
        return switch (rejection) {
            case OrderRejection.UnknownOrder _ -> NOT_FOUND;
            case OrderRejection.AlreadyPlaced _,
                    OrderRejection.IdReused _,
                    OrderRejection.WrongStatus _,
                    OrderRejection.DiscountTooLarge _,
                    OrderRejection.UnknownLine _,
                    FulfilmentRejection.ExceedsOrdered _,
                    FulfilmentRejection.OtherLocation _,
                    FulfilmentRejection.UnknownShipment _,
                    FulfilmentRejection.SerialsDoNotMatch _,
                    FulfilmentRejection.LocationRequired _,
                    FulfilmentRejection.AlreadyDelivered _,
                    FulfilmentRejection.OnHold _,
                    FulfilmentRejection.UnknownHold _,
                    OrderRejection.UnknownReturn _,
                    OrderRejection.ReturnDiffers _,
                    OrderRejection.ReturnEnded _,
                    OrderRejection.ExceedsReturnable _,
                    OrderRejection.ExceedsTotal _,
                    OrderRejection.OtherCurrency _,
                    OrderRejection.ReturnsOpen _,
                    OrderRejection.ExceedsOpen _,
                    FulfilmentRejection.ExceedsReserved _,
                    FulfilmentRejection.AllocationDiffers _,
                    FulfilmentRejection.AllocationSuperseded _,
                    FulfilmentRejection.StockNotSecured _,
                    FulfilmentRejection.NotDue _,
                    ChangeRejection.ChangeOpen _,
                    ChangeRejection.UnknownChange _,
                    ChangeRejection.ChangeEnded _,
                    ChangeRejection.ChangeDiffers _,
                    ChangeRejection.ChangeUnderway _,
                    ChangeRejection.ChangeOutdated _,
                    ChangeRejection.NothingToChange _,
                    ChangeRejection.LineNamedTwice _,
                    ChangeRejection.BelowShipped _,
                    ChangeRejection.LineReturned _,
                    ChangeRejection.TotalTooLarge _ ->
                    CONFLICT;
        };
    }

    private static HttpStatus status(StockRejection rejection) {
        return switch (rejection) {
            case StockRejection.UnknownStockItem _ -> NOT_FOUND;
            case StockRejection.InsufficientStock _,
                    StockRejection.PromisedStock _,
                    StockRejection.NegativeStock _,
                    StockRejection.QuantityTooLarge _,
                    StockRejection.CountOutdated _,
                    StockRejection.UnknownReservation _,
                    StockRejection.ReservationEnded _,
                    StockRejection.ExceedsReservation _,
                    StockRejection.ReservationDiffers _,
                    StockRejection.NotDue _,
                    StockRejection.NotAnExtension _,
                    StockRejection.Backordered _,
                    StockRejection.ExceedsBucket _,
                    StockRejection.RestockDiffers _,
                    LotRejection _,
                    TransferRejection _ ->
                    CONFLICT;
        };
    }

    private static HttpStatus status(PaymentRejection rejection) {
        return switch (rejection) {
            case PaymentRejection.UnknownPayment _ -> NOT_FOUND;
            case PaymentRejection.PaymentDiffers _,
                    PaymentRejection.ExceedsAuthorised _,
                    PaymentRejection.ExceedsCaptured _,
                    PaymentRejection.CurrencyDiffers _,
                    PaymentRejection.NothingToCapture _,
                    PaymentRejection.NothingToVoid _,
                    PaymentRejection.OperationPending _,
                    PaymentRejection.NotDue _,
                    PaymentRejection.UnknownOperation _,
                    PaymentRejection.NotInDoubt _,
                    PaymentRejection.NotOffline _,
                    PaymentRejection.UnknownDispute _,
                    PaymentRejection.DisputeDiffers _,
                    PaymentRejection.ProviderEventConflicts _ ->
                    CONFLICT;
        };
    }

    private static HttpStatus status(ReturnRejection rejection) {
        return switch (rejection) {
            case ReturnRejection.UnknownReturn _ -> NOT_FOUND;
            case ReturnRejection.ReturnDiffers _,
                    ReturnRejection.WrongStatus _,
                    ReturnRejection.AlreadyInspected _,
                    ReturnRejection.UnknownLine _,
                    ReturnRejection.WindowClosed _,
                    ReturnRejection.CurrencyDiffers _,
                    ReturnRejection.FeesTooLarge _,
                    ReturnRejection.IdReused _,
                    ReturnRejection.NoGoodsExpected _,
                    ReturnRejection.ExceedsReceived _,
                    ReturnRejection.ExceedsAnnounced _,
                    ReturnRejection.DispositionContradicts _,
                    ReturnRejection.UnknownSettlement _,
                    ReturnRejection.ExceedsDue _,
                    ReturnRejection.UnknownOperation _,
                    ReturnRejection.NotDue _ ->
                    CONFLICT;
        };
    }

    private static HttpStatus status(StoreCreditRejection rejection) {
        return switch (rejection) {
            case StoreCreditRejection.InsufficientCredit _,
                    StoreCreditRejection.CreditDiffers _,
                    StoreCreditRejection.ExceedsHold _,
                    StoreCreditRejection.ExceedsSpent _,
                    StoreCreditRejection.CurrencyDiffers _ ->
                    CONFLICT;
        };
    }

    private static HttpStatus status(CallbackRejection rejection) {
        return switch (rejection) {
            case CallbackRejection.NotConfigured _ -> SERVICE_UNAVAILABLE;
            case CallbackRejection.SignatureMissing _,
                    CallbackRejection.SignatureWrong _,
                    CallbackRejection.SignatureExpired _ ->
                    UNAUTHORIZED;
            case CallbackRejection.Unreadable _ -> BAD_REQUEST;
        };
    }

    private static HttpStatus status(RequestRejection rejection) {
        return switch (rejection) {
            case RequestRejection.UnknownEntity _ -> NOT_FOUND;
            case RequestRejection.VersionMismatch _ -> PRECONDITION_FAILED;
            case RequestRejection.KeyReused _ -> UNPROCESSABLE_CONTENT;
            case RequestRejection.KeyInFlight _ -> CONFLICT;
        };
    }
}
