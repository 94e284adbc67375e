// One HTTP request with libcurl, whose options are variadic and thus out of Swift's reach.
#ifndef CLINKPROBE_H
#define CLINKPROBE_H

/// What came of a request.
enum showcase_link_outcome {
    /// The server answered; `status` is set.
    SHOWCASE_LINK_ANSWERED = 0,
    /// The name server says that there is no such host.
    SHOWCASE_LINK_NO_SUCH_HOST = 1,
    /// The name could not be looked up; that says nothing about the host.
    SHOWCASE_LINK_LOOKUP_FAILED = 2,
    SHOWCASE_LINK_TIMED_OUT = 3,
    SHOWCASE_LINK_TLS_FAILED = 4,
    /// Refused, reset or closed without an answer.
    SHOWCASE_LINK_CONNECTION_FAILED = 5,
    /// All addresses of the host are private; nothing was sent.
    SHOWCASE_LINK_PRIVATE_ADDRESS = 6,
    /// libcurl cannot make sense of the URL.
    SHOWCASE_LINK_MALFORMED = 7,
};

/// An answer. The texts belong to it.
struct showcase_link_answer {
    enum showcase_link_outcome outcome;
    /// The status of HTTP, 200 to 999; 0 without an answer.
    long status;
    /// Seconds of `Retry-After`, 0 without one.
    long retry_after;
    /// The full URL that a redirection leads to; NULL without one.
    char *location;
};

/// Asks for a URL (http, https) and follows no redirection. `uses_get` asks for the first byte instead of the head.
/// `allows_loopback` is for tests. Blocks for at most `total_ms`, but for a name server that is slow to say no.
struct showcase_link_answer showcase_link_ask(const char *url, int uses_get, int allows_loopback, long connect_ms,
                                              long total_ms);

/// Frees the texts of an answer.
void showcase_link_release(struct showcase_link_answer *answer);

/// Whether a text is an IP address, in any of the forms that resolvers read, that no other network can reach.
int showcase_link_is_private_literal(const char *host);

#endif
