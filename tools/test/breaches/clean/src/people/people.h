#pragma once

// The door of people.
