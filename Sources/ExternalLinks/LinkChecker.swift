/// Finds out about many links to other sites.
package struct LinkChecker: Sendable {
    /// What was found out.
    package struct Result: Sendable {
        package var verdicts: [WebAddress: LinkVerdict] = [:]
        /// Addresses that were asked for now.
        package var asked = 0
        /// Addresses that were known from an earlier check.
        package var remembered = 0
        /// The cache with what was learnt.
        package var cache = LinkCache()

        /// Addresses that could not be told.
        package var unverified: Int {
            verdicts.values.count { if case .unverified = $0 { true } else { false } }
        }
    }

    private let probe: LinkProbe
    private let limits: LinkLimits
    private let clock: LinkClock

    package init(probe: LinkProbe, limits: LinkLimits = LinkLimits(), clock: LinkClock = .system) {
        self.probe = probe
        self.limits = limits
        self.clock = clock
    }

    /// Asks for each address once, but for those that the cache knows.
    ///
    /// - Parameters:
    ///   - days: how long the cache is believed; 0 asks for all.
    ///   - progress: told how many addresses are known, of how many.
    package func check(
        _ addresses: Set<WebAddress>, cache: LinkCache, days: Int,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> Result {
        let start = clock.now()
        var result = Result()
        result.cache = cache.pruned(now: start)
        for address in addresses {
            result.verdicts[address] = cache.verdict(of: address, now: start, days: days)
        }
        result.remembered = result.verdicts.count
        let open = addresses.filter { result.verdicts[$0] == nil }.sorted()
        result.asked = open.count
        progress(result.remembered, addresses.count)
        let asked = await ask(open, until: start + limits.deadline) { done in
            progress(addresses.count - open.count + done, addresses.count)
        }
        for (address, verdict) in Self.withoutNetworkFailure(asked) {
            result.verdicts[address] = verdict
            result.cache.note(verdict, of: address, now: clock.now())
        }
        return result
    }

    private func ask(
        _ addresses: [WebAddress], until end: Duration, progress: @Sendable (Int) -> Void
    ) async -> [WebAddress: LinkVerdict] {
        let inquiry = LinkRequest(
            probe: probe, limits: limits, clock: clock,
            gates: HostGates(limits: limits, clock: clock, end: end))
        return await withTaskGroup(of: (WebAddress, LinkVerdict).self) { group in
            for address in addresses { group.addTask { (address, await inquiry.verdict(of: address)) } }
            var verdicts: [WebAddress: LinkVerdict] = [:]
            for await (address, verdict) in group {
                verdicts[address] = verdict
                progress(verdicts.count)
            }
            return verdicts
        }
    }

    /// Without a network some name servers say that no host exists. Where several hosts were asked and not one exists,
    /// that is no proof.
    private static func withoutNetworkFailure(_ verdicts: [WebAddress: LinkVerdict]) -> [WebAddress: LinkVerdict] {
        guard Set(verdicts.keys.map(\.host)).count > 1, verdicts.values.allSatisfy({ $0 == .dead(.noSuchHost) })
        else { return verdicts }
        return verdicts.mapValues { _ in .unverified(.lookup) }
    }
}
