package io.daybook.load.http;

/**
 * One answer.
 *
 * @param consistencyToken empty when the answer carries none
 */
public record Reply(int status, String body, String consistencyToken) {

    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The text of a field of a flat JSON answer; empty when there is none. */
    public String text(String field) {
        int at = body.indexOf('"' + field + "\":\"");
        if (at < 0) {
            return "";
        }
        int start = at + field.length() + 4;
        return body.substring(start, body.indexOf('"', start));
    }
}
