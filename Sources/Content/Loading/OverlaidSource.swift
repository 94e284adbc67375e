extension SourceReader {
    /// The files as they would be if some were written.
    ///
    /// - Parameter files: by path; none of them hidden.
    package func overlaid(with files: [String: [UInt8]]) -> SourceReader {
        let written = SourceReader.memory(files)
        return SourceReader(
            list: { folder in
                let kept = try list(folder).filter { files[$0.path] == nil }
                return try (kept + written.list(folder)).sorted(by: Listing.precedes)
            },
            read: { path, limit in written.read(path, limit) ?? read(path, limit) },
            look: { path in written.look(path) ?? look(path) })
    }
}
