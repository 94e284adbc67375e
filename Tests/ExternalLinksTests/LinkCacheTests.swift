import Foundation
import TestSupport
import Testing

@testable import ExternalLinks

@Suite("Cache of links to other sites")
struct LinkCacheTests {
    private let day: Duration = .seconds(86_400)
    private let now: Duration = .seconds(1_600_000_000)

    private func address(_ path: String) throws -> WebAddress {
        try #require(WebAddress("https://example.org/\(path)"))
    }

    private func filled() throws -> LinkCache {
        var cache = LinkCache()
        cache.note(.alive, of: try address("a?b=1&c=2"), now: now)
        cache.note(.moved(to: "https://example.org/new"), of: try address("moved"), now: now)
        cache.note(.dead(.notFound), of: try address("dead"), now: now)
        cache.note(.dead(.gone), of: try address("gone"), now: now)
        cache.note(.dead(.noSuchHost), of: try address("host"), now: now)
        cache.note(.unverified(.timedOut), of: try address("silent"), now: now)
        return cache
    }

    @Test("what is there is believed for the days asked for, what is dead for one, what could not be told never")
    func age() throws {
        let cache = try filled()
        let (alive, dead) = (try address("a?b=1&c=2"), try address("dead"))
        #expect(cache.verdict(of: alive, now: now + day * 6, days: 7) == .alive)
        #expect(cache.verdict(of: alive, now: now + day * 7, days: 7) == nil)
        #expect(cache.verdict(of: alive, now: now, days: 0) == nil)
        #expect(cache.verdict(of: dead, now: now + day / 2, days: 7) == .dead(.notFound))
        #expect(cache.verdict(of: dead, now: now + day, days: 7) == nil)
        #expect(cache.verdict(of: try address("silent"), now: now, days: 7) == nil)
    }

    @Test("a time to come is not believed")
    func future() throws {
        #expect(try filled().verdict(of: try address("dead"), now: now - day, days: 7) == nil)
    }

    @Test("the file reads back as it was written")
    func roundTrip() throws {
        let cache = try filled()
        #expect(LinkCache(cache.bytes) == cache)
        #expect(cache.bytes == cache.bytes)
        #expect(!String(decoding: cache.bytes, as: UTF8.self).contains("silent"))
    }

    @Test(
        "a file that is broken or of another version is not used",
        arguments: [
            "", "{", "[]", "{\"version\":2,\"links\":{}}", "{\"version\":1}", "\u{0}",
            "{\"version\":1,\"links\":{\"a\":1}}",
        ])
    func broken(text: String) { #expect(LinkCache(Array(text.utf8)) == nil) }

    @Test("entries that make no sense are passed over")
    func nonsense() throws {
        let text =
            "{\"version\":1,\"links\":{\"https://example.org/x\":{\"asked\":1600000000,\"verdict\":\"so-so\"},"
            + "\"https://example.org/y\":{\"asked\":-9223372036854775808,\"verdict\":\"alive\"}}}"
        let cache = try #require(LinkCache(Array(text.utf8)))
        #expect(cache.verdict(of: try address("x"), now: now, days: 7) == nil)
        #expect(cache.verdict(of: try address("y"), now: now, days: 7) == nil)
    }

    @Test("known addresses are not asked for again, and what is learnt is remembered")
    func remembering() async throws {
        let (known, new) = (try address("a?b=1&c=2"), try address("new"))
        let sites = FakeSites([:])
        let time = PatientClock()
        let checker = LinkChecker(probe: sites.probe, clock: time.clock)
        let result = await checker.check([known, new], cache: try filled(), days: 7)
        #expect(result.asked == 1 && result.remembered == 1)
        #expect(sites.requests == ["HEAD https://example.org/new"])
        #expect(result.cache.verdict(of: new, now: time.clock.now(), days: 7) == .alive)
        let again = await checker.check([known, new], cache: result.cache, days: 0)
        #expect(again.asked == 2)
    }
}

@Suite("File of the cache of links")
struct LinkCacheFileTests {
    private func cache() throws -> LinkCache {
        var cache = LinkCache()
        cache.note(.alive, of: try #require(WebAddress("https://example.org/")), now: .seconds(1))
        return cache
    }

    @Test("it is empty before the first check, and holds what was written after it, alone in its folder")
    func writing() throws {
        let site = try TemporaryFolder("links")
        let file = LinkCacheFile.disk(site: site.path)
        #expect(file.read() == LinkCache())
        #expect(!FileManager.default.fileExists(atPath: site.path + "/.showcase"))
        for _ in 0..<2 { #expect(file.write(try cache())) }
        #expect(file.read() == (try cache()))
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/.showcase") == ["links.json"])
    }

    @Test("a broken one is not used and is replaced")
    func broken() throws {
        let site = try TemporaryFolder("links")
        let file = LinkCacheFile.disk(site: site.path)
        #expect(file.write(try cache()))
        try "{\"version\":".write(toFile: site.path + "/.showcase/links.json", atomically: false, encoding: .utf8)
        #expect(file.read() == nil)
        #expect(file.write(try cache()))
        #expect(file.read() == (try cache()))
    }

    @Test("a symbolic link in the place of its folder is not followed")
    func linkedFolder() throws {
        let (site, other) = (try TemporaryFolder("links"), try TemporaryFolder("links"))
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/.showcase", withDestinationPath: other.path)
        let file = LinkCacheFile.disk(site: site.path)
        #expect(file.read() == nil)
        #expect(!file.write(try cache()))
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).isEmpty)
    }

    @Test("a symbolic link in the place of the file is replaced, its target stays as it was")
    func linkedFile() throws {
        let (site, other) = (try TemporaryFolder("links"), try TemporaryFolder("links"))
        let target = other.path + "/precious"
        try "precious".write(toFile: target, atomically: false, encoding: .utf8)
        try FileManager.default.createDirectory(
            atPath: site.path + "/.showcase", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/.showcase/links.json", withDestinationPath: target)
        let file = LinkCacheFile.disk(site: site.path)
        #expect(file.read() == nil)
        #expect(file.write(try cache()))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious")
        #expect(file.read() == (try cache()))
    }
}
