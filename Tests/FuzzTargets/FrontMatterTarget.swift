/// Front matter: the file of an edition, which has most fields, and of a write-up.
enum FrontMatterTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let result = MemorySource.result(with: [MemorySource.editionPath: bytes, MemorySource.writeUpPath: bytes])
        var broken = FindingPromises.broken(by: result.diagnostics)
        let hasEdition = result.content?.editions.isEmpty == false
        let isSilent = result.diagnostics.allSatisfy { $0.range?.file.path != MemorySource.editionPath }
        if !hasEdition, isSilent { broken.append("an edition is gone without a finding") }
        return broken
    }
}
