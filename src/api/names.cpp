#include "faktum/error.hpp"
#include "faktum/fact.hpp"

namespace faktum {

std::string Error::to_string() const {
  std::string out = place.file;
  if (place.line != 0) {
    out += (out.empty() ? "line " : ":") + std::to_string(place.line);
    if (place.column != 0) out += ":" + std::to_string(place.column);
  }
  if (!out.empty()) out += ": ";
  return out + message + " [" + code + "]";
}

std::string_view name_of(Modifier modifier) {
  switch (modifier) {
    case Modifier::approx:
      return "approx";
    case Modifier::less_than:
      return "less_than";
    case Modifier::more_than:
      return "more_than";
    case Modifier::at_least:
      return "at_least";
    case Modifier::at_most:
      return "at_most";
    case Modifier::start:
      return "start";
    case Modifier::mid:
      return "mid";
    case Modifier::end:
      return "end";
  }
  return {};
}

std::string_view name_of(Grain grain) {
  switch (grain) {
    case Grain::day:
      return "day";
    case Grain::week:
      return "week";
    case Grain::weekend:
      return "weekend";
    case Grain::month:
      return "month";
    case Grain::quarter:
      return "quarter";
    case Grain::season:
      return "season";
    case Grain::half_year:
      return "half_year";
    case Grain::year:
      return "year";
    case Grain::decade:
      return "decade";
    case Grain::century:
      return "century";
  }
  return {};
}

std::string_view name_of(ChipLevel level) {
  switch (level) {
    case ChipLevel::model:
      return "model";
    case ChipLevel::series:
      return "series";
    case ChipLevel::architecture:
      return "architecture";
  }
  return {};
}

}  // namespace faktum
