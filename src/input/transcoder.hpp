// Bytes in UTF-16 or another encoding -> UTF-8, as a stream.
#pragma once

#include <memory>
#include <string>

#include "input/byte_reader.hpp"
#include "input/byte_stream.hpp"

namespace faktum {

// `encoding` is a name by encoding_of_label() (text/encoding.hpp). Invalid sequences become U+FFFD.
// An error is that of `input`.
std::unique_ptr<ByteReader> transcode(const std::string& encoding, ByteStream input);

}  // namespace faktum
