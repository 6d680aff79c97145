package io.daybook.load.crash;

/** Tells a waiting person what goes on; standard output is for the results alone. */
final class Progress {

    private Progress() {}

    static void say(String message) {
        System.err.println("crash: " + message);
    }
}
