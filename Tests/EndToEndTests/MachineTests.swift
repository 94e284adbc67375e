import Foundation
import TestSupport
import Testing

@Suite("A build on other machines")
struct MachineTests {
    /// The files below a folder with their bytes.
    private func snapshot(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for file in try Sites.files(below: folder) {
            files[file] = FileManager.default.contents(atPath: folder + "/" + file)
        }
        return files
    }

    @Test("time zone, locale, jobs and folder make no difference to a byte")
    func determinism() throws {
        let first = try Scratch()
        let second = try Scratch()
        let one = try first.site("small")
        let two = try second.site("small")
        let environments = [
            ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
            ["TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"],
        ]
        #expect(try Program.run(["build", "--jobs", "1"], in: one, environment: environments[0]).status == 0)
        #expect(try Program.run(["build", "--jobs", "7"], in: two, environment: environments[1]).status == 0)
        #expect(try snapshot(one + "/public") == snapshot(two + "/public"))
    }
}
