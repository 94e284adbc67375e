#define _GNU_SOURCE
#include "CLinkProbe.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// Bytes of a body that are taken before the connection is closed: servers that ignore Range may never end.
#define MAXIMUM_BODY 16384

// Addresses without a public host behind them (IANA's special-purpose registries; RFC 6890). 198.18.0.0/15 is not among
// them: local proxies give it to every public name, and it leads nowhere without one.
static int is_private_v4(uint32_t address) {
    static const struct { uint32_t network; int bits; } networks[] = {
        {0x00000000, 8},  // this network
        {0x0A000000, 8},  // private
        {0x64400000, 10}, // shared by a provider's customers
        {0x7F000000, 8},  // loopback
        {0xA9FE0000, 16}, // link-local
        {0xAC100000, 12}, // private
        {0xC0000000, 24}, // protocol assignments
        {0xC0A80000, 16}, // private
        {0xE0000000, 4},  // multicast
        {0xF0000000, 4},  // reserved, broadcast
    };
    for (size_t index = 0; index < sizeof networks / sizeof networks[0]; index++) {
        uint32_t mask = ~(uint32_t)0 << (32 - networks[index].bits);
        if ((address & mask) == networks[index].network) return 1;
    }
    return 0;
}

static uint32_t v4_at(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Where an IPv6 address carries one of IPv4, that one counts.
static int is_private_v6(const unsigned char bytes[16]) {
    static const unsigned char zeros[12] = {0};
    static const unsigned char nat64[12] = {0x00, 0x64, 0xFF, 0x9B};
    if (memcmp(bytes, zeros, 10) == 0) {
        if (bytes[10] == 0xFF && bytes[11] == 0xFF) return is_private_v4(v4_at(bytes + 12));
        if (bytes[10] == 0 && bytes[11] == 0) return 1; // ::, ::1 and the old form of IPv4 in IPv6
    }
    if (memcmp(bytes, nat64, 12) == 0) return is_private_v4(v4_at(bytes + 12));
    if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_private_v4(v4_at(bytes + 2)); // 6to4
    if ((bytes[0] & 0xFE) == 0xFC) return 1;                                           // unique local
    if (bytes[0] == 0xFE && bytes[1] >= 0x80) return 1;                                // link-local, site-local
    return bytes[0] == 0xFF;                                                           // multicast
}

static int is_loopback(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) {
        const struct sockaddr_in *v4 = (const struct sockaddr_in *)address;
        return ntohl(v4->sin_addr.s_addr) >> 24 == 127;
    }
    return address->sa_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
}

static int is_private(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) return is_private_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
    if (address->sa_family == AF_INET6) return is_private_v6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
    return 1;
}

int showcase_link_is_private_literal(const char *host) {
    struct in_addr v4;
    struct in6_addr v6;
    if (inet_aton(host, &v4)) return is_private_v4(ntohl(v4.s_addr));
    if (inet_pton(AF_INET6, host, &v6) == 1) return is_private_v6(v6.s6_addr);
    return 0;
}

struct request {
    int allows_loopback;
    int refused;
    int permitted;
    size_t body;
};

// The last place before a connection: what a name means by then cannot change any more.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    struct request *request = context;
    (void)purpose;
    if (is_private(&address->addr) && !(request->allows_loopback && is_loopback(&address->addr))) {
        request->refused++;
        return CURL_SOCKET_BAD;
    }
    request->permitted++;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    struct request *request = context;
    (void)bytes;
    request->body += size * count;
    return request->body > MAXIMUM_BODY ? 0 : size * count;
}

static void initialise(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

// libcurl does not tell a host that does not exist from a name server that cannot be reached.
static enum showcase_link_outcome lookup_outcome(const char *url) {
    enum showcase_link_outcome outcome = SHOWCASE_LINK_LOOKUP_FAILED;
    char *host = NULL;
    CURLU *parts = curl_url();
    if (parts && curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK
        && curl_url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK) {
        struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
        struct addrinfo *addresses = NULL;
        int code = getaddrinfo(host, NULL, &hints, &addresses);
        if (code == 0) freeaddrinfo(addresses);
        if (code == EAI_NONAME || code == EAI_NODATA) outcome = SHOWCASE_LINK_NO_SUCH_HOST;
        curl_free(host);
    }
    curl_url_cleanup(parts);
    return outcome;
}

static enum showcase_link_outcome outcome_of(CURLcode code, const char *url, const struct request *request) {
    if (request->refused > 0 && request->permitted == 0) return SHOWCASE_LINK_PRIVATE_ADDRESS;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return lookup_outcome(url);
    case CURLE_OPERATION_TIMEDOUT: return SHOWCASE_LINK_TIMED_OUT;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return SHOWCASE_LINK_MALFORMED;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return SHOWCASE_LINK_TLS_FAILED;
    default: return SHOWCASE_LINK_CONNECTION_FAILED;
    }
}

static void configure(CURL *handle, const char *url, int uses_get, long connect_ms, long total_ms,
                      struct request *request) {
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; showcase link check)");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, total_ms);
    // A proxy would look names up itself, behind the check of addresses.
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(handle, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, request);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, request);
    if (uses_get) {
        curl_easy_setopt(handle, CURLOPT_RANGE, "0-0");
    } else {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    }
}

// TLS libraries write to sockets without MSG_NOSIGNAL: a server that hangs up would end the program.
static CURLcode perform_without_signal(CURL *handle) {
    sigset_t broken_pipe, before;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
    CURLcode code = curl_easy_perform(handle);
    struct timespec now = {0};
    while (sigtimedwait(&broken_pipe, NULL, &now) > 0) {}
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return code;
}

struct showcase_link_answer showcase_link_ask(const char *url, int uses_get, int allows_loopback, long connect_ms,
                                              long total_ms) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, initialise);
    struct showcase_link_answer answer = {.outcome = SHOWCASE_LINK_CONNECTION_FAILED};
    struct request request = {.allows_loopback = allows_loopback};
    CURL *handle = curl_easy_init();
    if (!handle) return answer;
    configure(handle, url, uses_get, connect_ms, total_ms, &request);
    CURLcode code = perform_without_signal(handle);
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    // An answer counts even if its body does not end.
    if (answer.status >= 200) {
        curl_off_t seconds = 0;
        char *location = NULL;
        answer.outcome = SHOWCASE_LINK_ANSWERED;
        if (curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK) answer.retry_after = (long)seconds;
        if (curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &location) == CURLE_OK && location) {
            answer.location = strdup(location);
        }
    } else {
        answer.status = 0;
        answer.outcome = outcome_of(code, url, &request);
    }
    curl_easy_cleanup(handle);
    return answer;
}

void showcase_link_release(struct showcase_link_answer *answer) {
    free(answer->location);
    answer->location = NULL;
}
