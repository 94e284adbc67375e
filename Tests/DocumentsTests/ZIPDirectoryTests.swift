import Testing

@testable import Documents

@Suite("Directories of ZIP archives")
struct ZIPDirectoryTests {
    private func names(_ archive: ZIPBytes) throws -> [String] {
        try ZIPArchive.with(archive.bytes()) { archive in
            for entry in archive.entries { _ = try archive.bytes(of: entry) }
            return archive.entries.map(\.name)
        }
    }

    private func archive(_ change: (inout ZIPBytes.File) -> Void) -> ZIPBytes {
        var changed = ZIPBytes.File("b.txt", "second")
        change(&changed)
        return ZIPBytes(files: [.init("a.txt", "first"), changed, .init("c.txt", "third")])
    }

    @Test(
        "what programs write carelessly into the heads of files does no harm",
        arguments: [
            { $0.headTime = 0x4A22 }, { $0.headMethod = 8 }, { $0.headFlags = 0x802 }, { $0.headFlags = 0 },
            { $0.headVersion = 63 }, { $0.hasDescriptor = true }, { $0.isWide = true }, { $0.bytes = [] },
        ] as [@Sendable (inout ZIPBytes.File) -> Void])
    func harmless(change: @Sendable (inout ZIPBytes.File) -> Void) throws {
        #expect(try names(archive(change)) == ["a.txt", "b.txt", "c.txt"])
    }

    @Test("a comment behind the directory, and a directory in 64 bits, are read")
    func ends() throws {
        var archive = archive { _ in }
        archive.comment = Array("made by a program, PK".utf8)
        #expect(try names(archive).count == 3)
        archive.isWide = true
        #expect(try names(archive).count == 3)
    }

    @Test(
        "a head that says another name, size or checksum than the directory makes the archive broken",
        arguments: [
            { $0.headName = "x.txt" }, { $0.headSize = 5 }, { $0.headSize = 7 }, { $0.headChecksum = 1 },
            { $0.place = 0 }, { $0.place = 3 }, { $0.place = 1_000_000 },
        ] as [@Sendable (inout ZIPBytes.File) -> Void])
    func contradicting(change: @Sendable (inout ZIPBytes.File) -> Void) {
        #expect(throws: DocumentProblem.self) { try names(archive(change)) }
    }

    @Test("two files that share their bytes make the archive broken")
    func overlapping() {
        let one = ZIPBytes.File("a.txt", "first")
        var same = one
        same.place = 0
        #expect(throws: DocumentProblem.self) { try names(ZIPBytes(files: [one, same])) }
    }

    @Test("archives with bytes changed or cut off never stop the program")
    func mutations() {
        let whole = archive { $0.isWide = true }.bytes()
        for seed in 0..<600 {
            var bytes = whole
            for step in 0...(seed % 4) {
                bytes[(seed * 7919 + step * 104_729) % bytes.count] = UInt8(truncatingIfNeeded: seed * 37 + step * 101)
            }
            if seed % 5 == 0 { bytes.removeLast(seed % bytes.count) }
            do {
                try ZIPArchive.with(bytes) { archive in
                    for entry in archive.entries { _ = try archive.bytes(of: entry) }
                }
            } catch { #expect(error is DocumentProblem) }
        }
    }
}
