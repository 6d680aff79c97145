package io.daybook.command.serialization;

/** Takes a name that another event already has. */
final class OtherParcels {

    record ParcelLost(String parcel) {}

    private OtherParcels() {}
}
