import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("Places of a site's sources")
struct SourcePlacesTests {
    @Test("paths into content, themes and site.config are known behind dots, double slashes and links")
    func places() throws {
        let scratch = try TemporaryFolder("test")
        let site = scratch.path + "/site"
        try FileManager.default.createDirectory(
            atPath: site + "/content/awards", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: site + "/public", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: site + "/content")
        let kept = SourcePlaces(site: site)
        for path in [
            "/site/content/a.csv", "/site/content/awards/2020/new/roster.csv", "/site//themes/x", "/site/site.config",
            "/link/a.csv", "/link/gone/a.csv", "/site/public/../content/a.csv", "/site/./content",
            "/site/content/gone/../a.csv",
        ] { #expect(kept.holdByHand(scratch.path + path), "\(path)") }
        for path in [
            "/site/a.csv", "/site/public/a.csv", "/site/contents/a.csv", "/site/site.config.csv", "/content/a.csv",
            "/site/content/../a.csv",
        ] { #expect(!kept.holdByHand(scratch.path + path), "\(path)") }
    }

    @Test("no output is a source, holds one or is in one, by whatever links")
    func conflicts() throws {
        let scratch = try TemporaryFolder("test")
        let site = scratch.path + "/site"
        for folder in ["content/awards", "themes/default", "static", ".showcase", "out"] {
            try FileManager.default.createDirectory(atPath: site + "/" + folder, withIntermediateDirectories: true)
        }
        for (link, target) in [("link", "/site/content"), ("up", ""), ("out-link", "/site/out")] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path + "/" + link, withDestinationPath: scratch.path + target)
        }
        let places = SourcePlaces(site: scratch.path + "/up/site")
        for path in [
            "", "/site", "/up/site", "/site/content", "/site/content/public", "/link/public", "/link",
            "/site/themes/default/public", "/site/static/public", "/site/.showcase", "/site/.showcase/photos",
            "/site/site.config", "/site/out/../content/x", "/link/gone/../public", "/up", "/up/site/themes",
        ] { #expect(places.conflict(withOutput: scratch.path + path), "\(path)") }
        #expect(places.conflict(withOutput: "/"))
        for path in ["/site/public", "/site/out", "/out-link/public", "/elsewhere", "/site/contents", "/sit"] {
            #expect(!places.conflict(withOutput: scratch.path + path), "\(path)")
        }
    }
}
