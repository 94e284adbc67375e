import ContentWriting
import Foundation
import TestSupport
import Testing

@Suite("Files that are kept by hand")
struct HandKeptFilesTests {
    @Test("paths into content, themes and site.config are known behind dots, double slashes and links")
    func places() throws {
        let scratch = try TemporaryFolder("test")
        let site = scratch.path + "/site"
        try FileManager.default.createDirectory(
            atPath: site + "/content/awards", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: site + "/public", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: site + "/content")
        let kept = HandKeptFiles(site: site)
        for path in [
            "/site/content/a.csv", "/site/content/awards/2020/new/roster.csv", "/site//themes/x", "/site/site.config",
            "/link/a.csv", "/link/gone/a.csv", "/site/public/../content/a.csv", "/site/./content",
            "/site/content/gone/../a.csv",
        ] { #expect(kept.hold(scratch.path + path), "\(path)") }
        for path in [
            "/site/a.csv", "/site/public/a.csv", "/site/contents/a.csv", "/site/site.config.csv", "/content/a.csv",
            "/site/content/../a.csv",
        ] { #expect(!kept.hold(scratch.path + path), "\(path)") }
    }
}
