import Dispatch
import Synchronization
import Testing

@testable import ExternalLinks

@Suite("Checking links to other sites")
struct LinkCheckerTests {
    private let time = PatientClock()
    private let page = "https://example.org/page"

    private func checker(_ sites: FakeSites, _ limits: LinkLimits = LinkLimits()) -> LinkChecker {
        LinkChecker(probe: sites.probe, limits: limits, clock: time.clock)
    }

    @Test(
        "dead is only what is dead; the rest could not be told",
        arguments: [
            (.status(200), .alive), (.status(204), .alive), (.status(206), .alive), (.status(416), .alive),
            (.status(404), .dead(.notFound)), (.status(410), .dead(.gone)), (.noSuchHost, .dead(.noSuchHost)),
            (.status(401), .unverified(.status(401))), (.status(403), .unverified(.status(403))),
            (.status(412), .unverified(.status(412))), (.status(429), .unverified(.status(429))),
            (.status(500), .unverified(.status(500))), (.status(503), .unverified(.status(503))),
            (.status(999), .unverified(.status(999))), (.status(304), .unverified(.status(304))),
            (.timedOut, .unverified(.timedOut)), (.tlsFailed, .unverified(.tls)),
            (.connectionFailed, .unverified(.connection)), (.lookupFailed, .unverified(.lookup)),
            (.malformed, .unverified(.malformed)), (.privateAddress, .privateAddress(host: "example.org")),
        ] as [(LinkProbe.Answer, LinkVerdict)])
    func verdicts(answer: LinkProbe.Answer, verdict: LinkVerdict) async {
        #expect(await checker(FakeSites([page: [answer]])).verdict(page) == verdict)
    }

    @Test("HEAD is enough where it succeeds")
    func head() async {
        let sites = FakeSites([:])
        #expect(await checker(sites).verdict(page) == .alive)
        #expect(sites.requests == ["HEAD \(page)"])
    }

    @Test("GET decides where HEAD does not succeed", arguments: [400, 403, 404, 405, 500, 501, 503])
    func get(status: Int) async {
        let sites = FakeSites(["HEAD \(page)": [.status(status)]])
        #expect(await checker(sites).verdict(page) == .alive)
        #expect(sites.requests == ["HEAD \(page)", "GET \(page)"])
        #expect(await checker(FakeSites(["HEAD \(page)": [.connectionFailed]])).verdict(page) == .alive)
    }

    @Test("a busy site is asked again when it says, at most three times")
    func busy() async {
        let patient = FakeSites([page: [.status(429, retryAfter: .seconds(7))], "GET \(page)": [.status(200)]])
        #expect(await checker(patient).verdict(page) == .alive)
        #expect(time.sleeps == [.seconds(7)])
        let never = FakeSites([page: [.status(429)]])
        #expect(await checker(never).verdict(page) == .unverified(.status(429)))
        #expect(never.requests == ["HEAD \(page)"] + [String](repeating: "GET \(page)", count: 3))
        #expect(time.sleeps.dropFirst() == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test("nobody waits longer than a minute for Retry-After")
    func longWait() async {
        let sites = FakeSites(["HEAD \(page)": [.status(429, retryAfter: .seconds(86_400))]])
        #expect(await checker(sites).verdict(page) == .alive)
        #expect(time.sleeps == [.seconds(60)])
    }

    @Test("a silent site is asked once more")
    func silence() async {
        let sites = FakeSites([page: [.timedOut]])
        #expect(await checker(sites).verdict(page) == .unverified(.timedOut))
        #expect(sites.requests == ["HEAD \(page)", "GET \(page)"])
    }

    private func redirection(_ status: Int, to location: String) -> [LinkProbe.Answer] {
        [.status(status, location: location)]
    }

    @Test("a page has moved as far as redirections are for good, and only if it is there")
    func moved() async {
        let sites = FakeSites([
            "https://example.org/1": redirection(301, to: "https://example.org/2"),
            "https://example.org/2": redirection(308, to: "https://example.com/3"),
            "https://example.com/3": redirection(302, to: "https://example.com/4"),
            "https://example.com/4": redirection(301, to: "https://example.com/5"),
            "https://example.org/lost": redirection(301, to: "https://example.org/404"),
            "https://example.org/404": [.status(404)],
        ])
        #expect(await checker(sites).verdict("https://example.org/1") == .moved(to: "https://example.com/3"))
        #expect(await checker(sites).verdict("https://example.com/3") == .alive)
        #expect(await checker(sites).verdict("https://example.org/lost") == .dead(.notFound))
    }

    @Test("redirections in a circle, without end or to a private address are not followed")
    func endless() async {
        var answers = [
            "https://example.org/a": redirection(302, to: "https://example.org/b"),
            "https://example.org/b": redirection(302, to: "https://example.org/a"),
            "https://example.org/in": redirection(302, to: "http://192.168.0.1/"),
            "https://example.org/file": redirection(302, to: "file:///etc/passwd"),
        ]
        for step in 0..<20 {
            answers["https://example.org/\(step)"] = redirection(302, to: "https://example.org/\(step + 1)")
        }
        let sites = FakeSites(answers)
        #expect(await checker(sites).verdict("https://example.org/a") == .unverified(.redirections))
        #expect(await checker(sites).verdict("https://example.org/0") == .unverified(.redirections))
        #expect(await checker(sites).verdict("https://example.org/11") == .alive)
        #expect(await checker(sites).verdict("https://example.org/in") == .privateAddress(host: "192.168.0.1"))
        #expect(await checker(sites).verdict("https://example.org/file") == .unverified(.malformed))
        #expect(!sites.requests.contains { $0.contains("192.168") || $0.contains("file:") })
    }

    @Test("requests to one host keep their distance")
    func distance() async {
        var limits = LinkLimits()
        limits.gap = .milliseconds(40)
        let addresses = (1...6).compactMap { WebAddress("https://example.org/\($0)") }
        let starts = Mutex<[Duration]>([])
        let clock = time.clock
        let probe = LinkProbe { _, _ in
            starts.withLock { $0.append(clock.now()) }
            return .status(200)
        }
        _ = await LinkChecker(probe: probe, limits: limits, clock: clock)
            .check(Set(addresses), cache: LinkCache(), days: 0)
        let times = starts.withLock { $0 }.sorted()
        #expect(times.count == 6)
        // The clock goes on by waiting alone, and two requests may begin between their turn and their start.
        #expect((times.last ?? .zero) - (times.first ?? .zero) >= .milliseconds(4 * 40))
    }

    @Test("at most two requests run at one host and sixteen in all")
    func limits() async {
        struct Load {
            var now: [String: Int] = [:]
            var mostOfAHost = 0
            var most = 0
        }
        let load = Mutex(Load())
        // The first requests end only when as many run as may.
        let full = DispatchSemaphore(value: 0)
        let probe = LinkProbe { address, _ in
            let isFull = load.withLock { load in
                load.now[address.host, default: 0] += 1
                load.mostOfAHost = max(load.mostOfAHost, load.now[address.host] ?? 0)
                load.most = max(load.most, load.now.values.reduce(0, +))
                return load.most >= 16
            }
            if !isFull { full.wait() }
            full.signal()
            load.withLock { $0.now[address.host, default: 0] -= 1 }
            return .status(200)
        }
        var limits = LinkLimits()
        limits.gap = .zero
        let addresses = (0..<120).compactMap { WebAddress("https://host\($0 % 10).example.org/\($0)") }
        let result = await LinkChecker(probe: probe, limits: limits)
            .check(Set(addresses), cache: LinkCache(), days: 0)
        #expect(result.verdicts.count == 120 && result.verdicts.values.allSatisfy { $0 == .alive })
        let (mostOfAHost, most) = load.withLock { ($0.mostOfAHost, $0.most) }
        #expect(mostOfAHost == 2)
        #expect(most == 16)
    }

    @Test("what is not asked before the time is over is not told")
    func deadline() async {
        var limits = LinkLimits()
        limits.deadline = .seconds(1)
        let addresses = (1...9).compactMap { WebAddress("https://example.org/\($0)") }
        let result = await checker(FakeSites([:]), limits).check(Set(addresses), cache: LinkCache(), days: 0)
        #expect(result.verdicts.values.contains(.alive))
        #expect(result.verdicts.values.contains(.unverified(.notAsked)))
    }

    @Test("hosts of which none exists may only say that there is no network")
    func noNetwork() async {
        let urls = ["https://a.example/", "https://b.example/"]
        let addresses = Set(urls.compactMap(WebAddress.init))
        let alone = FakeSites(["https://a.example/": [.noSuchHost]])
        let some = await checker(alone).check(addresses, cache: LinkCache(), days: 0)
        #expect(some.verdicts.values.contains(.dead(.noSuchHost)))
        let none = FakeSites(Dictionary(uniqueKeysWithValues: urls.map { ($0, [.noSuchHost]) }))
        let result = await checker(none).check(addresses, cache: LinkCache(), days: 0)
        #expect(result.verdicts.values.allSatisfy { $0 == .unverified(.lookup) })
    }

    @Test("builds that wait on all of Swift's threads still get their answers")
    func waiting() async {
        var limits = LinkLimits()
        limits.gap = .milliseconds(5)
        let addresses = Set((1...3).compactMap { WebAddress("https://example.org/\($0)") })
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { [limits] in
                    LinkChecker(probe: FakeSites([:]).probe, limits: limits)
                        .wait(for: addresses, cache: LinkCache(), days: 0) { _, _ in }.asked
                }
            }
            for await asked in group { #expect(asked == 3) }
        }
    }
}
