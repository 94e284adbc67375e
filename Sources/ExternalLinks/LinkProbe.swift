import CLinkProbe

/// One request to another site. Tests give answers of their own.
package struct LinkProbe: Sendable {
    package enum Method: Sendable, Hashable {
        case head
        /// The first byte only, where the server knows ranges.
        case get
    }

    package enum Answer: Sendable, Hashable {
        /// - Parameters:
        ///   - location: the full URL of a redirection.
        ///   - retryAfter: `Retry-After` as the time from now.
        case status(Int, location: String? = nil, retryAfter: Duration? = nil)
        case noSuchHost
        case lookupFailed
        case timedOut
        case tlsFailed
        case connectionFailed
        case privateAddress
        case malformed
    }

    /// Asks once, without following a redirection. May block its thread.
    package let ask: @Sendable (WebAddress, Method) -> Answer

    private let allowsLoopback: Bool

    package init(allowsLoopback: Bool = false, _ ask: @escaping @Sendable (WebAddress, Method) -> Answer) {
        self.allowsLoopback = allowsLoopback
        self.ask = ask
    }

    /// Whether the address may be asked at all, as far as its text tells.
    func permits(_ address: WebAddress) -> Bool { !address.isPrivate || (allowsLoopback && address.isLoopback) }

    /// Asks over the network. Private addresses are refused when the connection is opened, whatever the name server says.
    ///
    /// - Parameter allowsLoopback: for tests against servers on the same machine.
    package static func network(
        connectTimeout: Duration = .seconds(10), timeout: Duration = .seconds(20), allowsLoopback: Bool = false
    ) -> LinkProbe {
        LinkProbe(allowsLoopback: allowsLoopback) { address, method in
            var answer = showcase_link_ask(
                address.text, method == .get ? 1 : 0, allowsLoopback ? 1 : 0, connectTimeout.wholeMilliseconds,
                timeout.wholeMilliseconds)
            defer { showcase_link_release(&answer) }
            switch answer.outcome {
            case SHOWCASE_LINK_ANSWERED:
                return .status(
                    answer.status, location: answer.location.map { String(cString: $0) },
                    retryAfter: answer.retry_after > 0 ? .seconds(answer.retry_after) : nil)
            case SHOWCASE_LINK_NO_SUCH_HOST: return .noSuchHost
            case SHOWCASE_LINK_LOOKUP_FAILED: return .lookupFailed
            case SHOWCASE_LINK_TIMED_OUT: return .timedOut
            case SHOWCASE_LINK_TLS_FAILED: return .tlsFailed
            case SHOWCASE_LINK_PRIVATE_ADDRESS: return .privateAddress
            case SHOWCASE_LINK_MALFORMED: return .malformed
            default: return .connectionFailed
            }
        }
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
