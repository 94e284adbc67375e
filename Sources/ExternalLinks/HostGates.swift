/// Lets a limited number of requests through at a time, for each host and for all, and keeps the requests to one host
/// apart.
actor HostGates {
    private struct Host {
        var active = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// The earliest start of the next request, since 1970.
        var nextStart: Duration = .zero
    }

    private let limits: LinkLimits
    private let clock: LinkClock
    /// When asking ends, since 1970.
    private let end: Duration
    private var hosts: [String: Host] = [:]
    private var active = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(limits: LinkLimits, clock: LinkClock, end: Duration) {
        self.limits = limits
        self.clock = clock
        self.end = end
    }

    /// Makes a request to a host when it is its turn; `nil` when the time is over before.
    func pass<Result: Sendable>(_ host: String, _ request: @Sendable () async -> Result) async -> Result? {
        await enter(host)
        defer { leave(host) }
        // Waiting for a host keeps no place that another host could use.
        while true {
            let wait = reserve(host)
            guard clock.now() + wait < end else { return nil }
            guard wait > .zero else { break }
            await clock.sleep(wait)
        }
        await enterAll()
        defer { leaveAll() }
        return clock.now() < end ? await request() : nil
    }

    /// Lets no request to a host begin before some time is over.
    func postpone(_ host: String, by wait: Duration) {
        let start = clock.now() + wait
        hosts[host, default: Host()].nextStart = max(hosts[host]?.nextStart ?? .zero, start)
    }

    /// Takes the next start, or says how long to wait before trying again.
    private func reserve(_ host: String) -> Duration {
        let now = clock.now()
        let start = hosts[host]?.nextStart ?? .zero
        guard start <= now else { return start - now }
        hosts[host, default: Host()].nextStart = now + limits.gap
        return .zero
    }

    private func enter(_ host: String) async {
        guard hosts[host, default: Host()].active >= limits.perHost else {
            hosts[host, default: Host()].active += 1
            return
        }
        await withCheckedContinuation { hosts[host, default: Host()].waiting.append($0) }
    }

    /// The place goes to the one who has waited longest.
    private func leave(_ host: String) {
        guard let next = hosts[host]?.waiting.first else {
            hosts[host]?.active -= 1
            return
        }
        hosts[host]?.waiting.removeFirst()
        next.resume()
    }

    private func enterAll() async {
        guard active >= limits.total else {
            active += 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leaveAll() {
        guard let next = waiting.first else {
            active -= 1
            return
        }
        waiting.removeFirst()
        next.resume()
    }
}
