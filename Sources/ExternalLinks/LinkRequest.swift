import Foundation

/// Asks for one address after another until it is known what is behind the first.
struct LinkRequest: Sendable {
    let probe: LinkProbe
    let limits: LinkLimits
    let clock: LinkClock
    let gates: HostGates

    /// Follows redirections, each of them checked as the link itself is.
    func verdict(of link: WebAddress) async -> LinkVerdict {
        var address = link
        /// Where the redirections lead that are for good, as long as no other came between.
        var lasting: WebAddress? = link
        var movedTo = link
        var seen: Set<WebAddress> = []
        while true {
            guard probe.permits(address) else { return .privateAddress(host: address.host) }
            guard seen.insert(address).inserted, seen.count <= limits.redirections + 1 else {
                return .unverified(.redirections)
            }
            guard let answer = await answer(of: address) else { return .unverified(.notAsked) }
            guard case .status(let status, let location?, _) = answer else {
                return LinkVerdict(answer, host: address.host, movedTo: movedTo == link ? nil : movedTo)
            }
            guard let next = WebAddress(location) else { return .unverified(.malformed) }
            lasting = lasting != nil && [301, 308].contains(status) ? next : nil
            movedTo = lasting ?? movedTo
            address = next
        }
    }

    /// The answer to HEAD, else to GET, else to a repetition; `nil` when the time is over.
    private func answer(of address: WebAddress) async -> LinkProbe.Answer? {
        var method = LinkProbe.Method.head
        var repetitions = 0
        var last: LinkProbe.Answer?
        while true {
            guard let answer = await gates.pass(address.host, { [method] in await ask(address, method) }) else {
                return last
            }
            last = answer
            if method == .head, Self.asksForGet(answer) {
                method = .get
                continue
            }
            guard let wait = wait(after: answer, repetitions: repetitions) else { return answer }
            repetitions += 1
            method = .get
            // A server that is busy is so for all its pages.
            if case .status = answer { await gates.postpone(address.host, by: wait) } else { await clock.sleep(wait) }
        }
    }

    /// Whether a server may answer GET where it does not answer HEAD.
    private static func asksForGet(_ answer: LinkProbe.Answer) -> Bool {
        switch answer {
        case .status(429, _, _): false
        case .status(let status, let location, _): !(200...299).contains(status) && location == nil
        case .connectionFailed: true
        default: false
        }
    }

    /// How long to wait before asking again; `nil` where that would not help.
    private func wait(after answer: LinkProbe.Answer, repetitions: Int) -> Duration? {
        let usual = limits.firstWait * (1 << repetitions)
        switch answer {
        case .status(429, _, let asked), .status(503, _, let asked):
            guard repetitions < limits.retries else { return nil }
            return min(max(asked ?? .zero, usual), limits.longestWait)
        case .timedOut, .lookupFailed:
            return repetitions < limits.retriesAfterSilence ? min(usual, limits.longestWait) : nil
        default: return nil
        }
    }

    /// Waits on a thread of its own: the threads of Swift's tasks must not block.
    private func ask(_ address: WebAddress, _ method: LinkProbe.Method) async -> LinkProbe.Answer {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: probe.ask(address, method)) }
        }
    }
}
