/// What is known of a link to another site.
package enum LinkVerdict: Sendable, Hashable {
    /// The page is there.
    case alive
    /// The page is there, but has another address for good (301 or 308).
    case moved(to: String)
    /// Nobody can open the link.
    case dead(DeadReason)
    /// The answer says nothing about the page: it may open in a browser.
    case unverified(UnverifiedReason)
    /// The host, or one that it redirects to, has a private address only; it was not asked.
    case privateAddress(host: String)

    /// Why a link is dead.
    package enum DeadReason: Sendable, Hashable {
        /// 404 (RFC 9110, 15.5.5).
        case notFound
        /// 410 (RFC 9110, 15.5.11).
        case gone
        /// The name servers know no such host.
        case noSuchHost
    }

    /// Why nothing could be told.
    package enum UnverifiedReason: Sendable, Hashable {
        /// Any other status than success, redirection, 404 and 410.
        case status(Int)
        case timedOut
        /// The certificate or the protocol of TLS.
        case tls
        /// Refused, reset or closed without an answer.
        case connection
        /// The name servers did not answer.
        case lookup
        /// More redirections than browsers follow, or in a circle.
        case redirections
        /// No URL that can be asked for.
        case malformed
        /// The time for all links was over.
        case notAsked
    }
}

extension LinkVerdict {
    /// What an answer says of a link.
    ///
    /// - Parameters:
    ///   - host: of the address that answered.
    ///   - movedTo: where the link leads for good; `nil` where it leads nowhere else.
    init(_ answer: LinkProbe.Answer, host: String, movedTo: WebAddress?) {
        self =
            switch answer {
            case .status(404, _, _): .dead(.notFound)
            case .status(410, _, _): .dead(.gone)
            case .status(let status, _, _):
                Self.isThere(status) ? movedTo.map { .moved(to: $0.text) } ?? .alive : .unverified(.status(status))
            case .noSuchHost: .dead(.noSuchHost)
            case .lookupFailed: .unverified(.lookup)
            case .timedOut: .unverified(.timedOut)
            case .tlsFailed: .unverified(.tls)
            case .connectionFailed: .unverified(.connection)
            case .privateAddress: .privateAddress(host: host)
            case .malformed: .unverified(.malformed)
            }
    }

    /// Success, or a file without a first byte (RFC 9110, 15.5.17).
    private static func isThere(_ status: Int) -> Bool { (200...299).contains(status) || status == 416 }
}
