import Synchronization

@testable import ExternalLinks

/// A clock that goes on when somebody waits.
final class PatientClock: Sendable {
    private let time = Mutex<Duration>(.seconds(1_600_000_000))
    private let waits = Mutex<[Duration]>([])

    var clock: LinkClock {
        LinkClock(
            now: { self.time.withLock { $0 } },
            sleep: { duration in
                self.time.withLock { $0 += duration }
                self.waits.withLock { $0.append(duration) }
            })
    }

    var sleeps: [Duration] { waits.withLock { $0 } }
}

/// Sites that answer from a list, and what they were asked.
final class FakeSites: Sendable {
    private let answers: [String: [LinkProbe.Answer]]
    private let log = Mutex<[String]>([])

    /// - Parameter answers: by URL, or by method and URL; the last one is repeated. Others answer 200.
    init(_ answers: [String: [LinkProbe.Answer]]) { self.answers = answers }

    var probe: LinkProbe {
        LinkProbe { address, method in
            let name = "\(method == .head ? "HEAD" : "GET") \(address.text)"
            let index = self.log.withLock { log in
                log.append(name)
                return log.count { $0 == name } - 1
            }
            guard let list = self.answers[name] ?? self.answers[address.text] else { return .status(200) }
            return list[min(index, list.count - 1)]
        }
    }

    var requests: [String] { log.withLock { $0 } }
}

extension LinkChecker {
    /// The verdict on one address.
    func verdict(_ text: String) async -> LinkVerdict? {
        guard let address = WebAddress(text) else { return nil }
        return await check([address], cache: LinkCache(), days: 0).verdicts[address]
    }
}
