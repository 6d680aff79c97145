package io.daybook.load.http;

/**
 * What an answer says of itself before its body.
 *
 * @param length of the body in bytes; 0 when none is told
 * @param consistencyToken empty when there is none
 * @param closes whether the connection ends with this answer
 */
record AnswerHead(int status, int length, String consistencyToken, boolean closes) {

    /** Reads the line of the status and the headers, without the empty line behind them. */
    static AnswerHead of(String text) {
        int length = 0;
        String token = "";
        boolean closes = false;
        for (String header : text.lines().toList()) {
            if (starts(header, "content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (starts(header, "consistency-token:")) {
                token = header.substring(18).strip();
            } else if (starts(header, "connection:") && header.endsWith("close")) {
                closes = true;
            }
        }
        return new AnswerHead(Integer.parseInt(text.substring(9, 12)), length, token, closes);
    }

    private static boolean starts(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }
}
