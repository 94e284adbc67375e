import Foundation
import Text

/// What earlier checks found out about links, with the time.
package struct LinkCache: Sendable, Equatable {
    private struct Entry: Codable, Equatable {
        /// Seconds since 1970.
        let asked: Int
        let verdict: String
        /// The new address of a page that has moved.
        var to: String?
    }

    private struct File: Decodable {
        let version: Int
        let links: [String: Entry]
    }

    /// Days for which a dead link is believed to be dead: a server may be mended.
    private static let daysOfDeath = 1
    /// Days after which an entry is thrown away.
    private static let longestDays = 90
    private static let version = 1

    private var links: [String: Entry] = [:]

    package init() {}

    /// Reads the file of an earlier check; `nil` when it is none.
    package init?(_ bytes: [UInt8]) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.version == Self.version else {
            return nil
        }
        links = file.links
    }

    /// What is known of an address and is not too old; `nil` otherwise.
    ///
    /// - Parameter days: how long a page that was there is believed to be there.
    package func verdict(of address: WebAddress, now: Duration, days: Int) -> LinkVerdict? {
        guard let entry = links[address.text] else { return nil }
        let verdict: LinkVerdict
        switch (entry.verdict, entry.to) {
        case ("alive", nil): verdict = .alive
        case ("moved", let to?): verdict = .moved(to: to)
        case ("not-found", nil): verdict = .dead(.notFound)
        case ("gone", nil): verdict = .dead(.gone)
        case ("no-such-host", nil): verdict = .dead(.noSuchHost)
        default: return nil
        }
        let maximumDays = if case .dead = verdict { min(days, Self.daysOfDeath) } else { days }
        return Self.isRecent(entry, now: now, days: maximumDays) ? verdict : nil
    }

    /// Remembers a verdict, or forgets the address where nothing could be told.
    mutating func note(_ verdict: LinkVerdict, of address: WebAddress, now: Duration) {
        let asked = Int(now.components.seconds)
        links[address.text] =
            switch verdict {
            case .alive: Entry(asked: asked, verdict: "alive")
            case .moved(let to): Entry(asked: asked, verdict: "moved", to: to)
            case .dead(.notFound): Entry(asked: asked, verdict: "not-found")
            case .dead(.gone): Entry(asked: asked, verdict: "gone")
            case .dead(.noSuchHost): Entry(asked: asked, verdict: "no-such-host")
            case .unverified, .privateAddress: nil
            }
    }

    /// Without what is too old to be of use.
    func pruned(now: Duration) -> LinkCache {
        var cache = self
        cache.links = links.filter { Self.isRecent($0.value, now: now, days: Self.longestDays) }
        return cache
    }

    /// The file's bytes, sorted by address.
    package var bytes: [UInt8] {
        let entries = links.sorted { $0.key < $1.key }.map { text, entry in
            var members = [
                JSONValue.Member("asked", .integer(entry.asked)), JSONValue.Member("verdict", .string(entry.verdict)),
            ]
            if let to = entry.to { members.append(.init("to", .string(to))) }
            return JSONValue.Member(text, .object(members))
        }
        return JSONValue.object([.init("version", .integer(Self.version)), .init("links", .object(entries))])
            .bytes(isPretty: true)
    }

    /// A time to come is a clock that was set wrong.
    private static func isRecent(_ entry: Entry, now: Duration, days: Int) -> Bool {
        let (age, overflows) = Int(now.components.seconds).subtractingReportingOverflow(entry.asked)
        return !overflows && age >= 0 && age < days * 86_400
    }
}
