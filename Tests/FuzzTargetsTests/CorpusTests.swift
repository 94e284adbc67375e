import Foundation
import FuzzTargets
import Testing

/// Every file of the corpora: small beginnings for fuzzers, and what fuzzers found.
@Suite("Corpora of the fuzzers")
struct CorpusTests {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/FuzzCorpora"

    private static func names(_ target: FuzzTarget) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(target.rawValue)").sorted()
    }

    @Test("every input is read, and every promise about the result is kept", arguments: FuzzTarget.allCases)
    func promises(target: FuzzTarget) throws {
        let names = try Self.names(target)
        #expect(names.count >= 3)
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(target.rawValue)/\(name)"))
            #expect(target.brokenPromises(with: Array(bytes)) == [], "\(target.rawValue)/\(name)")
        }
    }

    @Test("every input is read when it is cut off anywhere", arguments: FuzzTarget.allCases)
    func cut(target: FuzzTarget) throws {
        for name in try Self.names(target) {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(target.rawValue)/\(name)")))
            for part in 1..<8 {
                let input = Array(bytes.prefix(bytes.count * part / 8))
                #expect(target.brokenPromises(with: input) == [], "\(part)/8 of \(target.rawValue)/\(name)")
            }
        }
    }
}
