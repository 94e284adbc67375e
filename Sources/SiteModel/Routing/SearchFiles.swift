/// What can be searched without a server.
package enum SearchScope: String, Sendable, Hashable, CaseIterable {
    /// The texts of all pages.
    case everything
    /// The names of teams and enterprises, with the state of their titles.
    case titles

    /// The site-absolute path of the folder with the scope's page and files.
    package var folder: String {
        switch self {
        case .everything: SiteURL.search
        case .titles: SiteURL.verify
        }
    }

    /// The file that is read first.
    package var rootURL: String { folder + "index.bin" }

    /// - Parameter part: its number, from 0.
    package func url(ofPart part: Int) -> String { "\(folder)parts/\(part).bin" }
}

/// Into how many files an index is divided, which is known before it is made, so that its addresses are.
package struct SearchDivision: Sendable, Hashable {
    /// Files of words and grams.
    package let shards: Int
    /// Files of what is shown of documents.
    package let blocks: Int

    package init(shards: Int, blocks: Int) {
        self.shards = shards
        self.blocks = blocks
    }

    /// All texts in one file, which the script looks through.
    package static let undivided = SearchDivision(shards: 0, blocks: 0)

    /// The files besides the first.
    package var parts: Int { shards + blocks }

    /// A block for 16 KiB of text: two write-ups, so that ten results stay below 100 KB. As many shards, which are about
    /// 10 KB of freely written text, but no more than 2,000: the more text there is, the fewer of its grams are new.
    package static func ofTexts(bytes: Int) -> SearchDivision {
        guard bytes > 320 * 1024 else { return .undivided }
        let blocks = (bytes + 0x3FFF) / 0x4000
        return SearchDivision(shards: min(blocks, 2000), blocks: blocks)
    }

    package static func ofTitles(count: Int) -> SearchDivision {
        guard count > 3000 else { return .undivided }
        return SearchDivision(shards: (count + 49) / 50, blocks: (count + 99) / 100)
    }
}
